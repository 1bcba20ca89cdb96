"""Where the server finds serai, with everything read that the first page would wait for."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from serai.core.matching import compare
from serai.journal import checkpoints

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "serai.project.settings")
application = get_wsgi_application()


def get_ready() -> None:
    """Reads every room's pages and the tables of names, and leaves them out of all tidying.

    Python now and then looks through all objects for those that nobody needs. Code and tables
    stay for good, and looking through them kept one page in a hundred waiting.
    """
    assert get_resolver().url_patterns
    compare("Layla", "ليلى")
    gc.collect()
    gc.freeze()


get_ready()
checkpoints.begin()
