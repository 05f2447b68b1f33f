using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0002_People")]
public sealed class M0002_People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Person").Column<string>("Name").Bytewise("SortKey")
            .Optional<string>("Prefix").Optional<string>("GivenName").Optional<string>("MiddleNames").Optional<string>("FamilyName").Optional<string>("Suffix")
            .Optional<string>("Nickname").Optional<string>("PhoneticGivenName").Optional<string>("PhoneticFamilyName")
            .Optional<string>("Pronouns").Optional<string>("TimeZone").Optional<string>("Notes")
            .Optional<string>("HowMet").Optional<string>("MetOn").Optional<string>("MetWhere").Optional<Guid>("MetThroughId").Optional<string>("MetThroughName")
            .Column<DateTime>("CreatedAt").Column<DateTime>("ChangedAt").Optional<DateTime>("TrashedAt").Column<long>("Revision")
            .Index("SpaceId", "SortKey", "Id");
        migrationBuilder.DetailTable("ContactPoint").Column<int>("Kind").Column<string>("Value").Optional<string>("Label").Bytewise("Normal")
            .Index("SpaceId", "Kind", "Normal");
        migrationBuilder.DetailTable("PostalAddress").Optional<string>("Label").Optional<string>("PoBox").Optional<string>("Extended").Optional<string>("Street")
            .Optional<string>("City").Optional<string>("Region").Optional<string>("PostalCode").Optional<string>("Country");
        migrationBuilder.DetailTable("ImportantDate").Column<string>("Kind").Optional<int>("Year").Optional<int>("Month").Optional<int>("Day")
            .Index("SpaceId", "Month", "Day");
        migrationBuilder.DetailTable("Tag").Column<int>("Kind").Column<string>("Name").Bytewise("Normal").Index("SpaceId", "Kind", "Normal");
        migrationBuilder.DetailTable("Role").Column<string>("Name").Optional<DateOnly>("Since").Optional<DateOnly>("Until");
        migrationBuilder.DetailTable("Relation").Column<string>("Kind").Column<string>("Name").Optional<Guid>("OtherId");
        migrationBuilder.DetailTable("CustomField").Column<string>("Name").Column<string>("Value");
        migrationBuilder.OwnedTable("Photo").Column<string>("MediaType").Column<byte[]>("Bytes").BelongsTo("Person", "Id");
        migrationBuilder.OwnedTable("OriginalCard").Optional<string>("Uid").Column<string>("Text").BelongsTo("Person", "Id");
    }
}
