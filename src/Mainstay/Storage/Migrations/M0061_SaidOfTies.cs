using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>What the owner may say of a tie: as what it counts, and for when it has gone quiet how much they trust, how willing the other is and how far ahead.</summary>
[DbContext(typeof(Store)), Migration("0061_SaidOfTies")]
public sealed class M0061_SaidOfTies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("CountsAs", "Tie", nullable: true);
        migrationBuilder.AddColumn<int>("Trust", "Tie", nullable: true);
        migrationBuilder.AddColumn<int>("Willing", "Tie", nullable: true);
        migrationBuilder.AddColumn<int>("Standing", "Tie", nullable: true);
    }
}
