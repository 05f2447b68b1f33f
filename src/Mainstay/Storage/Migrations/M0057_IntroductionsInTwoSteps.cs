using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>An introduction may be the first of two steps. Whom it leads on to may go without it: it is no foreign key.</summary>
[DbContext(typeof(Store)), Migration("0057_IntroductionsInTwoSteps")]
public sealed class M0057_IntroductionsInTwoSteps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<Guid>("TowardsId", "Introduction", nullable: true);
}
