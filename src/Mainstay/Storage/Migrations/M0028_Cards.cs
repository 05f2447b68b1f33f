using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0028_Cards")]
public sealed class M0028_Cards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.OwnedTable("Card").Column<string>("Audience").Column<string>("Name").Optional<string>("Pronouns").Optional<string>("Headline").Optional<string>("Organization").Optional<string>("Mail").Optional<string>("Phone")
            .Optional<string>("Links").Optional<string>("Pitch").Optional<string>("Seeks").Optional<string>("Offers").Optional<string>("Locked").Column<DateTime>("CreatedAt");
}
