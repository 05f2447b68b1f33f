using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0008_Accounts")]
public sealed class M0008_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new NewTable(migrationBuilder, "Account").Column<Guid>("Id").Key("Id")
            .Column<string>("Name").Column<string>("Mail").Bytewise("MailNormal").Optional<string>("PasswordHash").Column<string>("Locale").Column<int>("Theme").Optional<DateTime>("DisabledAt").Column<DateTime>("CreatedAt")
            .Unique("MailNormal");
        new NewTable(migrationBuilder, "Access").Column<Guid>("AccountId").Column<Guid>("SpaceId").Key("AccountId", "SpaceId").Column<bool>("IsOwner").Column<DateTime>("Since")
            .GoesWith("Account", "AccountId").GoesWith("Space", "SpaceId").Index("SpaceId");
        OfAccount(migrationBuilder, "Session").Column<Guid>("SpaceId").Column<byte[]>("Hash").Column<string>("Browser").Column<string>("System").Column<DateTime>("CreatedAt").Column<DateTime>("LastSeenAt").Unique("Hash");
        OfAccount(migrationBuilder, "ApiToken").Column<Guid>("SpaceId").Column<string>("Name").Column<byte[]>("Hash").Column<int>("Scope").Column<DateTime>("CreatedAt")
            .Optional<DateTime>("ExpiresAt").Optional<DateTime>("LastUsedAt").Optional<DateTime>("RevokedAt").Unique("Hash");
        OfAccount(migrationBuilder, "Passkey").Column<byte[]>("CredentialId").Column<byte[]>("PublicKey").Column<string>("Name").Column<long>("SignCount").Column<string>("Transports")
            .Column<bool>("IsUserVerified").Column<bool>("IsBackupEligible").Column<bool>("IsBackedUp").Column<DateTime>("CreatedAt").Optional<DateTime>("LastUsedAt").Unique("CredentialId");
        new NewTable(migrationBuilder, "OneTimeKey").Column<Guid>("Id").Key("Id").Column<byte[]>("Hash").Column<int>("Kind").Optional<Guid>("AccountId").Optional<DateTime>("ExpiresAt")
            .GoesWith("Account", "AccountId").Index("AccountId").Unique("Hash");
        new NewTable(migrationBuilder, "FailedSignIn").Bytewise("KeyNormal").Key("KeyNormal").Column<int>("Count").Column<DateTime>("LastAt");
    }

    private static NewTable OfAccount(MigrationBuilder migration, string name) =>
        new NewTable(migration, name).Column<Guid>("Id").Key("Id").Column<Guid>("AccountId").GoesWith("Account", "AccountId").Index("AccountId");
}
