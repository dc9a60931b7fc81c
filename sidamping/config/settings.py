"""Every setting, each from the environment with a default for one office's own computer."""

from pathlib import Path

from sidamping.config import environment as env
from sidamping.platform.database import address, folders

ROOT = Path(__file__).resolve().parent.parent
DATA = folders.data_folder()

SECRET_KEY = env.secret_key(DATA)
DEBUG = env.flag("SIDAMPING_DEBUG", False)
ALLOWED_HOSTS = env.names("SIDAMPING_HOSTS", "*")
CSRF_FAILURE_VIEW = "sidamping.edges.web.views.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.names("SIDAMPING_ORIGINS", "")
HTTPS = env.flag("SIDAMPING_HTTPS", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 14 * 24 * 3600
PUBLIC_URL = env.text("SIDAMPING_PUBLIC_URL", "http://127.0.0.1:8000")
FIXED_TODAY = env.day("SIDAMPING_TODAY")

INSTALLED_APPS = [
    "sidamping.edges.web",
    "sidamping.edges.api",
    "sidamping.edges.exchange",
    "sidamping.edges.field",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "sidamping.platform.database",
    "sidamping.platform.territory",
    "sidamping.platform.access",
    "sidamping.platform.activity",
    "sidamping.platform.attachments",
    "sidamping.platform.signatures",
    "sidamping.platform.documents",
    "sidamping.platform.jobs",
    "sidamping.features.materials",
    "sidamping.features.parties",
    "sidamping.features.mentors",
    "sidamping.features.programmes",
    "sidamping.features.letters",
    "sidamping.features.admissions",
    "sidamping.features.recruitment",
    "sidamping.features.needs",
    "sidamping.features.placements",
    "sidamping.features.assessments",
    "sidamping.features.books",
    "sidamping.features.budgets",
    "sidamping.features.savings",
    "sidamping.features.loans",
    "sidamping.features.fieldwork",
    "sidamping.features.papers",
    "sidamping.features.deliverables",
    "sidamping.features.progress",
    "sidamping.features.handovers",
    "sidamping.features.outcomes",
    "sidamping.features.registers",
    "sidamping.features.licences",
    "sidamping.features.meetings",
    "sidamping.features.founding",
    "sidamping.features.supervision",
    "sidamping.features.oversight",
    "sidamping.features.indicators",
    "sidamping.features.workdesk",
    "sidamping.edges.sync",
    "sidamping.edges.worker",
]

MIDDLEWARE = [
    "sidamping.edges.sync.headers.OwnAnswer",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sidamping.edges.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sidamping.platform.http.headers.ContentSecurityPolicy",
    "sidamping.platform.http.signs.SoundText",
    "sidamping.platform.http.clock.Calendar",
    "sidamping.platform.access.viewer.ViewerOfRequest",
    "sidamping.platform.access.renewal.RenewPassword",
]

ROOT_URLCONF = "sidamping.config.urls"
WSGI_APPLICATION = "sidamping.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sidamping.edges.web.context.frame",
            ],
        },
    }
]

DATABASES = {"default": address.django_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "sidamping.edges.web.accounts.Closed"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = env.zone("SIDAMPING_TIME_ZONE", "Asia/Makassar")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sidamping.edges.web.static_files.Hashed"},
}
MEDIA_ROOT = DATA / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "platform_cache"},
}
EMAIL_HOST = env.text("SIDAMPING_EMAIL_HOST", "")
EMAIL_PORT = env.number("SIDAMPING_EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("SIDAMPING_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("SIDAMPING_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("SIDAMPING_EMAIL_TLS", True)
EMAIL_TIMEOUT = 30
EMAIL_WAY = "smtp" if EMAIL_HOST else "console"
EMAIL_BACKEND = env.text("SIDAMPING_EMAIL_BACKEND", f"django.core.mail.backends.{EMAIL_WAY}.EmailBackend")
DEFAULT_FROM_EMAIL = env.text("SIDAMPING_FROM_EMAIL", "sidamping@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": env.text("SIDAMPING_LOG_LEVEL", "WARNING")},
}
