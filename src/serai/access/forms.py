"""Forms of signing in and of the people page."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from serai.access.roles import ROLES
from serai.web.forms import Form

USERNAME_LETTERS_MAX = 60
PASSWORD_LETTERS_MAX = 200


class SignInForm(Form):
    """Name and password."""

    username = forms.CharField(label=_("Name"), max_length=150)
    password = forms.CharField(
        label=_("Password"),
        max_length=PASSWORD_LETTERS_MAX,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs.update(
            {"autocomplete": "username", "autocapitalize": "none", "dir": "auto", "autofocus": True}
        )


class _RolePlaceForm(Form):
    role = forms.ChoiceField(
        label=_("Role"), choices=lambda: [(code, _(role.name)) for code, role in ROLES.items()]
    )
    place = forms.ChoiceField(label=_("Usual place"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)
        place.choices = [("", _("wherever they are")), *places]


class _PasswordMixin(forms.Form):
    password = forms.CharField(
        label=_("Password"),
        max_length=PASSWORD_LETTERS_MAX,
        strip=False,
        help_text=_("At least ten letters; four words are easier to remember than signs."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )

    def clean_password(self) -> str:
        """Too short, too common and only-digits passwords are refused."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password


class AddAccountForm(_RolePlaceForm, _PasswordMixin):
    """A new account."""

    username = forms.CharField(
        label=_("Name to sign in with"),
        max_length=USERNAME_LETTERS_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    field_order = ("username", "role", "place", "password")

    def clean_username(self) -> str:
        """A name is used once; two people never share an account."""
        username = str(self.cleaned_data["username"]).strip()
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(
                _("“%(name)s” is taken. Add a letter or a number."), params={"name": username}
            )
        return username


class ChangeAccountForm(_RolePlaceForm):
    """Another role or place for somebody."""


class PasswordForm(_PasswordMixin, Form):
    """A new password for somebody."""
