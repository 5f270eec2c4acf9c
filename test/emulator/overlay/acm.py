"""ACM: a certificate is issued when the record that proves its domain stands in Route 53, not after a time."""

from __future__ import annotations

from moto.acm.models import CertBundle
from moto.route53.models import route53_backends

SERVICES = ("acm",)


def _names(account: str) -> set[str]:
    """The names of all CNAME records of the account's public zones."""
    zones = route53_backends[account]["aws"].zones.values()
    return {
        record.name.rstrip(".").lower()
        for zone in zones
        if not zone.private_zone
        for record in zone.rrsets
        if record.type == "CNAME"
    }


def _is_proven(certificate: CertBundle) -> bool:
    options = certificate.describe()["Certificate"].get("DomainValidationOptions", [])
    wanted = {option["ResourceRecord"]["Name"].rstrip(".").lower() for option in options if "ResourceRecord" in option}
    return bool(wanted) and wanted <= _names(certificate.arn.split(":")[4])


def patch() -> None:
    """Issue certificates by their records."""
    check = CertBundle.check

    def check_records(self: CertBundle) -> None:
        # Moto issues every certificate after a minute; ACM waits for the record, for three days.
        pending = self.type == "AMAZON_ISSUED" and self.status == "PENDING_VALIDATION"
        check(self)
        if pending:
            self.status = "ISSUED" if _is_proven(self) else "PENDING_VALIDATION"

    CertBundle.check = check_records  # type: ignore[method-assign]
