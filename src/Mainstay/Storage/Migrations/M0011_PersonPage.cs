using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0011_PersonPage")]
public sealed class M0011_PersonPage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("PhotoHash", "Person", nullable: true);
        // Pictures that are here already: any word will do until they change, and those that cannot be shown are found out when they are asked for.
        migrationBuilder.Sql("""UPDATE "Person" SET "PhotoHash" = 'first' WHERE EXISTS (SELECT 1 FROM "Photo" WHERE "Photo"."SpaceId" = "Person"."SpaceId" AND "Photo"."Id" = "Person"."Id")""");
        migrationBuilder.OwnedTable("Face").Column<string>("Hash").Column<byte[]>("Large").Column<byte[]>("Small").BelongsTo("Person", "Id");
        migrationBuilder.OwnedTable("Former").Optional<Guid>("PersonId").Column<string>("Kind").Column<string>("Before").Column<string>("After").Column<DateTime>("At")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Index("SpaceId", "At");
    }
}
