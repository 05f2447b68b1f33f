using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0025_Reminders")]
public sealed class M0025_Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("ReminderPlan").Column<bool>("ByMail").Column<int>("Hour").Column<int>("Weekdays").Optional<string>("Webhook").Optional<string>("WebhookToken").Optional<DateOnly>("LastOn").Optional<DateTime>("LastAt").Unique("SpaceId");
    }
}
