using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>Which organization holds a gathering, or has a calendar: it may go without them, so it is no foreign key. And how the reading of a jotting was changed.</summary>
[DbContext(typeof(Store)), Migration("0060_WhoHolds")]
public sealed class M0060_WhoHolds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("OrganizationId", "Gathering", nullable: true);
        migrationBuilder.CreateIndex("IX_Gathering_SpaceId_OrganizationId", "Gathering", ["SpaceId", "OrganizationId"]);
        migrationBuilder.AddColumn<Guid>("OrganizationId", "SubscribedCalendar", nullable: true);
        migrationBuilder.AddColumn<string>("Changes", "Jotting", nullable: true);
    }
}
