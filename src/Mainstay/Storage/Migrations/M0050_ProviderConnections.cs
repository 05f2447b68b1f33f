using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0050_ProviderConnections")]
public sealed class M0050_ProviderConnections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        new NewTable(migrationBuilder, "ProviderConnection").Column<Guid>("Id").Key("Id").Column<Guid>("AccountId").Column<string>("Issuer").Column<string>("Subject").Column<string>("Name").Column<DateTime>("CreatedAt").Optional<DateTime>("LastUsedAt")
            .GoesWith("Account", "AccountId").Index("AccountId").Unique("Issuer", "Subject");
}
