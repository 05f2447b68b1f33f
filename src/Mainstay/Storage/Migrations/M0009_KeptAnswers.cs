using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0009_KeptAnswers")]
public sealed class M0009_KeptAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("KeptAnswer").Column<byte[]>("Request").Column<int>("Status").Optional<string>("Location").Optional<byte[]>("Body").Column<DateTime>("At")
            .Index("SpaceId", "At");
}
