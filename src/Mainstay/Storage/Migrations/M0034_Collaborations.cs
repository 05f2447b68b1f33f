using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

[DbContext(typeof(Store)), Migration("0034_Collaborations")]
public sealed class M0034_Collaborations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.OwnedTable("Collaboration").Column<Guid>("OrganizationId").Column<string>("Name").Column<int>("Stage").Column<DateOnly>("StageSince")
            .Optional<string>("SharedGoal").Optional<string>("WhatIGive").Optional<string>("WhatTheyGive")
            .Optional<string>("NextStep").Optional<DateOnly>("NextOn").Column<DateOnly>("NextSince").Optional<string>("DoneStep").Optional<DateOnly>("DoneOn").Optional<DateOnly>("EndsOn")
            .Optional<string>("Link").Optional<string>("Note").Optional<string>("Outcome").Optional<DateOnly>("QuietUntil").Column<DateTime>("CreatedAt")
            .BelongsTo("Organization", "OrganizationId").Index("SpaceId", "OrganizationId");
        migrationBuilder.OwnedTable("CollaborationPerson").Column<Guid>("CollaborationId").Column<Guid>("PersonId").Column<int>("Side").Optional<string>("Role")
            .BelongsTo("Collaboration", "CollaborationId").BelongsTo("Person", "PersonId").Unique("SpaceId", "CollaborationId", "PersonId").Index("SpaceId", "PersonId");
    }
}
