using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mainstay.Storage.Migrations;

/// <summary>Whether one post speaks of a word is read from the index of what it speaks of: else SQLite looks through all that speak of it, for each post anew.</summary>
[DbContext(typeof(Store)), Migration("0056_TopicsOfEach")]
public sealed class M0056_TopicsOfEach : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_CircleTopic_SpaceId_OfId", "CircleTopic");
        migrationBuilder.CreateIndex("IX_CircleTopic_SpaceId_OfId_Of_TopicNormal", "CircleTopic", ["SpaceId", "OfId", "Of", "TopicNormal"]);
    }
}
