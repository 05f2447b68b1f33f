using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>The touches of one person are read from an index alone: else SQLite, asked for no more than their ids, looks through the touches of everybody.</summary>
[DbContext(typeof(Store)), Migration("0058_TouchesOfEach")]
public sealed class M0058_TouchesOfEach : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_TouchPerson_SpaceId_PersonId_On", "TouchPerson");
        migrationBuilder.CreateIndex("IX_TouchPerson_SpaceId_PersonId_On_TouchId", "TouchPerson", ["SpaceId", "PersonId", "On", "TouchId"]);
    }
}
