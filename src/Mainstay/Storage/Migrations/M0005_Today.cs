using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0005_Today")]
public sealed class M0005_Today : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("DealtCard").Column<DateOnly>("On").Column<string>("Kind").Column<Guid>("Subject")
            .Optional<Guid>("PersonId").Column<int>("Minutes").Column<bool>("Dismissed")
            .Unique("SpaceId", "On", "Kind", "Subject");
}
