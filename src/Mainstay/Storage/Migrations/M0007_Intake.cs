using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0007_Intake")]
public sealed class M0007_Intake : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Import").Column<DateTime>("At").Column<string>("Files").Column<int>("Added").Column<int>("Updated").Column<int>("Unchanged").Column<int>("Skipped")
            .Column<string>("Report").Optional<DateTime>("UndoneAt");
        migrationBuilder.OwnedTable("ImportChange").Column<Guid>("ImportId").Column<int>("Kind").Column<Guid>("Subject").Optional<string>("Before").Column<string>("After")
            .BelongsTo("Import", "ImportId").Index("SpaceId", "ImportId");
        migrationBuilder.OwnedTable("SourceIdentity").Column<Guid>("PersonId").Column<string>("Source").Column<string>("Identity").Column<string>("Fingerprint").Column<string>("Said").Column<Guid>("ImportId")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Unique("SpaceId", "Source", "Identity");
        migrationBuilder.OwnedTable("TouchIdentity").Column<string>("Source").Column<string>("Identity").Column<string>("Fingerprint").Column<Guid>("TouchId").Column<Guid>("PersonId").Column<Guid>("ImportId")
            .BelongsTo("Person", "PersonId").Index("SpaceId", "PersonId").Unique("SpaceId", "Source", "Identity");
    }
}
