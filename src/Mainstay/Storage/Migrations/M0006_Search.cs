using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0006_Search")]
public sealed class M0006_Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("SearchPerson").Column<int>("Number").Column<string>("Name").Bytewise("SortKey")
            .BelongsTo("Person", "Id").Unique("SpaceId", "Number").Index("SpaceId", "SortKey", "Id");
        migrationBuilder.OwnedTable("SearchDocument").Column<Guid>("PersonId").Column<int>("Source").Column<byte[]>("Packed")
            .BelongsTo("SearchPerson", "PersonId").Unique("SpaceId", "PersonId", "Source");
        migrationBuilder.OwnedTable("SearchTerm").Bytewise("Normal").Column<int>("Block").Column<byte[]>("Packed").Unique("SpaceId", "Normal", "Block");
        migrationBuilder.OwnedTable("SearchTrigram").Column<long>("Trigram").Column<string>("Words").Unique("SpaceId", "Trigram");
        migrationBuilder.OwnedTable("SearchState").Column<int>("Version").Column<int>("NextNumber").Unique("SpaceId");
    }
}
