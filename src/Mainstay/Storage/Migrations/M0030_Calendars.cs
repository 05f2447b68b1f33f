using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0030_Calendars")]
public sealed class M0030_Calendars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("SubscribedCalendar").Column<string>("Name").Column<string>("Address").Optional<string>("Topics").Column<DateTime>("CreatedAt")
            .Column<DateTime>("NextAt").Optional<DateTime>("HeldUntil").Optional<DateTime>("ReadAt").Optional<DateTime>("WholeAt").Optional<string>("Tag").Optional<string>("ModifiedAt")
            .Column<int>("Announces").Column<int>("News").Column<bool>("IsCut").Column<int>("Unread")
            .Column<int>("Failures").Optional<string>("Trouble").Optional<int>("TroubleStatus").Optional<DateTime>("TroubleSince");
        migrationBuilder.OwnedTable("Announced").Column<Guid>("CalendarId").Column<string>("Key").Column<string>("Name").Column<DateOnly>("FirstDay").Column<DateOnly>("LastDay").Optional<DateTime>("StartsAt").Optional<DateTime>("EndsAt")
            .Optional<string>("Place").Optional<string>("Link").Optional<string>("Topics").Optional<string>("Note").Optional<string>("Who").Column<bool>("IsCalledOff").Column<bool>("IsAside").Optional<DateOnly>("GoneOn")
            .Optional<int>("News").Optional<DateOnly>("WasOn").Optional<DateTime>("WasAt").Optional<string>("WasPlace").Column<DateTime>("CreatedAt")
            .BelongsTo("SubscribedCalendar", "CalendarId").Unique("SpaceId", "CalendarId", "Key").Index("SpaceId", "Key").Index("SpaceId", "LastDay");
    }
}
