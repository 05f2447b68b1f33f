using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0003_Organizations")]
public sealed class M0003_Organizations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Organization").Column<string>("Name").Bytewise("SortKey").Optional<string>("Notes").Column<DateTime>("CreatedAt")
            .Unique("SpaceId", "SortKey");
        migrationBuilder.DetailTable("Affiliation").Optional<Guid>("OrganizationId").Optional<string>("Title").Optional<string>("Department")
            .Optional<string>("Since").Optional<string>("Until")
            .BelongsTo("Organization", "OrganizationId").Index("SpaceId", "OrganizationId");
    }
}
