using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0037_Feedback")]
public sealed class M0037_Feedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("FeedbackRequest").Column<string>("About").Column<string>("Questions").Column<bool>("IsAnonymous").Column<DateOnly>("DueOn").Optional<string>("Message").Optional<DateOnly>("ClosedOn")
            .Optional<string>("Response").Optional<DateOnly>("RespondedOn").Optional<DateOnly>("ToldOn").Optional<string>("Changed").Optional<DateOnly>("ChangedOn").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("FeedbackInvite").Column<Guid>("RequestId").Column<Guid>("PersonId").Column<int>("State").Optional<DateOnly>("SentOn").Optional<DateOnly>("RemindedOn")
            .BelongsTo("FeedbackRequest", "RequestId").BelongsTo("Person", "PersonId").Unique("SpaceId", "RequestId", "PersonId").Index("SpaceId", "PersonId");
        migrationBuilder.OwnedTable("FeedbackReply").Column<Guid>("RequestId").Optional<Guid>("InviteId").Optional<string>("First").Optional<string>("Second").Optional<string>("Third").Optional<DateOnly>("On")
            .BelongsTo("FeedbackRequest", "RequestId").Index("SpaceId", "RequestId");
        migrationBuilder.OwnedTable("FeedbackPlan").Column<int>("Months").Column<DateOnly>("Since").Optional<DateOnly>("QuietUntil").Unique("SpaceId");
    }
}
