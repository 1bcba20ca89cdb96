"""The road page of the truck side: segments, hazards, who closed what until when."""
