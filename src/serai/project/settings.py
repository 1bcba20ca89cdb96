"""Django's settings; what a station may choose comes from the variables of docs/settings.md."""

import os
from pathlib import Path

from serai.project import languages
from serai.project.database import database
from serai.project.secret import secret_key

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SERAI_DATA", "data")).resolve()
DEBUG = os.environ.get("SERAI_DEBUG") == "1"

ROOMS = [
    "reception",
    "registration",
    "screening",
    "care",
    "convoys",
    "relief",
    "camp",
    "tracing",
    "situation",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "serai.journal",
    "serai.registry",
    *(f"serai.{room}" for room in ROOMS),
    "serai.access",
    "serai.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "serai.project.static.Static",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "serai.access.idle.IdleSignOut",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "serai.project.typed.WithoutNul",
    "serai.project.answers.JournalAnswers",
]
ROOT_URLCONF = "serai.project.urls"
WSGI_APPLICATION = "serai.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "serai.access.header.header",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "serai.web.templatetags.serai",
                "serai.web.templatetags.repeated",
            ],
        },
    }
]

FORM_RENDERER = "serai.web.controls.Controls"

DATABASES = {"default": database(DATA, os.environ.get("SERAI_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = os.environ.get("SERAI_HOSTS", "*").split(",")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["serai.access.signing_in.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "access:sign-in"
SESSION_ENGINE = "serai.access.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60  # one shift
SESSION_COOKIE_NAME = "serai_session"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_NAME = "serai_language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
CSRF_FAILURE_VIEW = "serai.project.answers.stale_form"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "serai.access.messages.Messages"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

USE_TZ = True
TIME_ZONE = os.environ.get("SERAI_ZONE", "Asia/Damascus")
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_CODE, LANGUAGES = languages.LANGUAGE_CODE, languages.LANGUAGES
languages.make_known()

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "serai.project.static.HashedWhenBuilt"},
}
WHITENOISE_USE_FINDERS = True  # a station whose static folder was not built still has its styles

# Without this Django says nothing of a page that broke unless it is being debugged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["terminal"], "level": "ERROR"}},
}
