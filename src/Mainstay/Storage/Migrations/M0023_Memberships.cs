using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0023_Memberships")]
public sealed class M0023_Memberships : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Membership").Column<Guid>("OrganizationId").Column<int>("Kind").Column<DateOnly>("ConsideredOn").Optional<DateOnly>("JoinedOn").Optional<DateOnly>("LeftOn")
            .Optional<string>("Role").Optional<string>("Benefits").Optional<string>("Dues").Optional<string>("Currency").Column<int>("Period").Optional<DateOnly>("RenewsOn").Optional<DateOnly>("RenewedFor").Column<bool>("RenewsItself")
            .Optional<string>("Link").Optional<double>("HoursAMonth").Optional<string>("Note").Optional<DateOnly>("WeighedOn").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Organization", "OrganizationId").Index("SpaceId", "OrganizationId");
        migrationBuilder.OwnedTable("MembershipNeed").Column<Guid>("MembershipId").Column<Guid>("NeedId").BelongsTo("Membership", "MembershipId").Unique("SpaceId", "MembershipId", "NeedId");
    }
}
