using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0054_AuditNames")]
public sealed class M0054_AuditNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ByName", "AuditEntry", nullable: true);
        migrationBuilder.AddColumn<string>("OfName", "AuditEntry", nullable: true);
    }
}
