/** Directory, in memory, through which one container hands the other what it read. */
export const HANDOVER = '/run/bootstrap';
/** Directory of the scripts. */
export const SCRIPTS = '/etc/bootstrap';
/** Names of the scripts there. */
export const SCRIPT = { read: 'read.sh', run: 'run.pl', sql: 'bootstrap.sql' } as const;

/** Reads where the database is and the secret of its master user into files that only this user may read. */
export const READ_SCRIPT = `set -eu
umask 077
cd "$HANDOVER"
rm -f host secret.json

parameter() {
  aws ssm get-parameter --name "$1" --query Parameter.Value --output text
}

parameter "$HOST_PARAMETER" > host
secret_arn=$(parameter "$SECRET_ARN_PARAMETER")
aws secretsmanager get-secret-value --secret-id "$secret_arn" --query SecretString --output text > secret.json
chmod 0400 host secret.json
`;

/**
 * Logs in with that secret and runs the SQL. Perl is in the image because PostgreSQL's own wrappers are written in it,
 * and its core has a JSON parser; what it says of text that is no JSON would quote it, so that is not repeated.
 *
 * @see https://packages.debian.org/stable/postgresql-client-common
 */
export const RUN_SCRIPT = `use strict;
use warnings;
use JSON::PP ();

sub content {
    my ($name) = @_;
    open(my $file, '<:raw', "$ENV{HANDOVER}/$name") or die "cannot read $name: $!\\n";
    my $text = do { local $/; <$file> };
    $text =~ s/\\s+\\z//;
    return $text;
}

my $host = content('host');
$host =~ /\\A[A-Za-z0-9.-]+\\z/ or die "the host parameter holds no host name\\n";
my $secret = eval { JSON::PP->new->utf8->decode(content('secret.json')) };
ref $secret eq 'HASH' or die "the secret of the master user is no JSON object\\n";
for my $key (qw(username password)) {
    my $value = $secret->{$key};
    defined $value && !ref $value && length $value or die "the secret of the master user has no $key\\n";
    utf8::encode($value);
    $ENV{ $key eq 'username' ? 'PGUSER' : 'PGPASSWORD' } = $value;
}
$ENV{PGHOST} = $host;
exec 'psql', '--no-psqlrc', '--no-password', '--quiet', '--set=ON_ERROR_STOP=1', "--file=$ENV{SQL_FILE}"
    or die "cannot run psql: $!\\n";
`;
