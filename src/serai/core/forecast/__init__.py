"""How many people may arrive tomorrow and in the coming week, from the daily counts so far."""

from serai.core.forecast.arrivals import COUNTS_MIN, DAYS, Forecast, Past, forecast, looked_back
from serai.core.forecast.bands import Band
from serai.core.forecast.scenario import Scenario, scenario

__all__ = (
    "COUNTS_MIN",
    "DAYS",
    "Band",
    "Forecast",
    "Past",
    "Scenario",
    "forecast",
    "looked_back",
    "scenario",
)
