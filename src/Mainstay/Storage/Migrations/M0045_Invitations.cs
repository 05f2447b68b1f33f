using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0045_Invitations")]
public sealed class M0045_Invitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Role", "Access", nullable: false, defaultValue: 0);
        migrationBuilder.Sql("""UPDATE "Access" SET "Role" = CASE WHEN "IsOwner" THEN 3 ELSE 1 END""");
        migrationBuilder.Sql("""ALTER TABLE "Access" DROP COLUMN "IsOwner" """); // Entity Framework would build SQLite's table anew, for which it wants the model of then
        new NewTable(migrationBuilder, "Invitation").Column<Guid>("Id").Key("Id").Column<byte[]>("Hash").Optional<Guid>("SpaceId").Column<int>("Role").Optional<string>("Mail")
            .Column<int>("MostUses").Column<int>("Uses").Column<DateTime>("ExpiresAt").Optional<Guid>("ById").Column<DateTime>("CreatedAt").Optional<DateTime>("RevokedAt")
            .GoesWith("Space", "SpaceId").GoesWith("Account", "ById").Index("SpaceId").Index("ById").Unique("Hash");
    }
}
