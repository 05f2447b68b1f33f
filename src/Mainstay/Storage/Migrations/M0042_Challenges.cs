using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0042_Challenges")]
public sealed class M0042_Challenges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Challenge").Column<string>("Name").Optional<string>("Topic").Optional<DateOnly>("EndsOn")
            .Optional<string>("Happened").Optional<string>("HowItIs").Optional<string>("Wanted").Optional<string>("Tried").Optional<string>("Feared")
            .Optional<byte[]>("Locked").Optional<byte[]>("Salt").Column<int>("Rounds").Optional<byte[]>("ByPassphrase").Optional<byte[]>("ByRecovery").Column<DateTime>("CreatedAt");
        migrationBuilder.OwnedTable("CrisisCountry").Column<string>("Country").Unique("SpaceId");
    }
}
