using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>Where a subscribed calendar could not be read, and why.</summary>
[DbContext(typeof(Store)), Migration("0063_UnreadWhere")]
public sealed class M0063_UnreadWhere : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("UnreadWhere", "SubscribedCalendar", nullable: true);
}
