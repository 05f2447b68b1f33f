using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0014_TokenLinks")]
public sealed class M0014_TokenLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new NewTable(migrationBuilder, "TokenLink").Column<Guid>("Id").Key("Id").Column<Guid>("SpaceId").Column<string>("Purpose").Column<Guid>("SubjectId").Column<byte[]>("Hash")
            .Column<DateTime>("CreatedAt").Column<DateTime>("ExpiresAt").Optional<DateTime>("UsedAt").Optional<DateTime>("RevokedAt")
            .GoesWith("Space", "SpaceId").Index("SpaceId", "SubjectId").Unique("Hash");
    }
}
