using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0046_SecondFactor")]
public sealed class M0046_SecondFactor : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        new NewTable(migrationBuilder, "SecondFactor").Column<Guid>("AccountId").Key("AccountId").Column<string>("Sealed").Column<long>("LastStep").Column<DateTime>("Since").GoesWith("Account", "AccountId");
}
