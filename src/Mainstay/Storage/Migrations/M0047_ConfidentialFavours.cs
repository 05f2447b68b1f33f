using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0047_ConfidentialFavours")]
public sealed class M0047_ConfidentialFavours : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsConfidential", "Favour", nullable: false, defaultValue: false);
        migrationBuilder.Sql("""UPDATE "Favour" SET "IsConfidential" = TRUE WHERE EXISTS (SELECT 1 FROM "Ask" WHERE "Ask"."SpaceId" = "Favour"."SpaceId" AND "Ask"."Id" = "Favour"."AskId" AND "Ask"."IsConfidential")""");
    }
}
