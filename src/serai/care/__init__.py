"""The medical tent: triage and referrals."""
