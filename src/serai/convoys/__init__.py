"""The truck side: convoys are loaded, depart, arrive and are checked off."""
