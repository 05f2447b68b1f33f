using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0041_Giving")]
public sealed class M0041_Giving : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("Gift").Column<int>("Kind").Column<string>("What").Optional<Guid>("PersonId").Optional<Guid>("OrganizationId").Optional<string>("ForWhom")
            .Column<DateOnly>("Since").Optional<DateOnly>("Until").Optional<int>("Minutes").Optional<string>("Became").Column<DateTime>("CreatedAt")
            .BelongsTo("Person", "PersonId").BelongsTo("Organization", "OrganizationId").Index("SpaceId", "PersonId").Index("SpaceId", "OrganizationId");
}
