using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0048_Circles")]
public sealed class M0048_Circles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Circle").Column<string>("Purpose").Column<string>("Charter").Column<int>("AsksADay").Column<int>("RepliesADay").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("Member").Column<string>("Name").Bytewise("SortKey").Optional<string>("About").Optional<string>("Helps").Optional<string>("Seeks").Optional<string>("Style").Column<int>("Capacity").Column<int>("ClaimsADay").Optional<string>("TimeZone")
            .Column<bool>("OpensDoors").Column<bool>("IsForEmployer").Optional<DateOnly>("LastSeenOn").Column<DateTime>("JoinedAt").Optional<DateTime>("LeftAt").Index("SpaceId", "SortKey", "Id");
        migrationBuilder.OwnedTable("Post").Column<int>("Kind").Column<Guid>("AuthorId").Column<string>("Title").Optional<string>("Text").Optional<string>("Link").Optional<string>("Topics").Optional<DateOnly>("Until").Column<int>("State")
            .Column<bool>("IsForHardTimes").Column<DateTime>("CreatedAt").Optional<DateOnly>("ClosedOn")
            .BelongsTo("Member", "AuthorId").Index("SpaceId", "State", "Kind", "Id").Index("SpaceId", "AuthorId", "Id");
        migrationBuilder.OwnedTable("Reply").Column<Guid>("PostId").Column<Guid>("AuthorId").Column<int>("Kind").Column<string>("Text").Column<bool>("IsHidden").Column<DateTime>("At").Optional<int>("WaitedMinutes")
            .BelongsTo("Post", "PostId").Index("SpaceId", "PostId", "Id").Index("SpaceId", "AuthorId", "At");
        migrationBuilder.OwnedTable("CircleTopic").Column<int>("Of").Column<Guid>("OfId").Bytewise("TopicNormal").Index("SpaceId", "TopicNormal", "Of", "OfId").Index("SpaceId", "OfId");
        migrationBuilder.OwnedTable("MemberBlock").Column<Guid>("ById").Column<Guid>("OfId").Unique("SpaceId", "ById", "OfId").Index("SpaceId", "OfId");
        migrationBuilder.OwnedTable("CircleReport").Column<Guid>("ById").Column<Guid>("OfId").Optional<Guid>("PostId").Optional<Guid>("ReplyId").Column<string>("Why").Column<DateTime>("At").Column<int>("State").Optional<DateTime>("HandledAt")
            .Index("SpaceId", "State", "Id");
        migrationBuilder.OwnedTable("AuditEntry").Column<DateTime>("At").Optional<Guid>("ById").Optional<Guid>("OfId").Column<int>("Deed");
    }
}
