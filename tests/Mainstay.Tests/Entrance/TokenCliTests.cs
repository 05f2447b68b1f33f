using System.Net;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Entrance;

public class TokenCliTests
{
    [Theory, OnBoth]
    public async Task Makes_lists_and_revokes_tokens(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var token = (await house.Type("token", "add", "backup script", "--days", "90")).Fine().Out.Trim();
        (await site.Stranger().Ask("/api/search?q=grace", ("Authorization", "Bearer " + token))).Fine();
        var listed = (await house.Type("token", "list", "--json")).Fine().Json[0];
        var table = (await house.Type("token", "list")).Fine().Out;
        (await house.Type("token", "revoke", listed.GetProperty("id").GetString()![^6..])).Fine();

        Assert.Equal(("backup script", "read", "2026-05-01T12:00:00Z"), (listed.GetProperty("name").GetString(), listed.GetProperty("scope").GetString(), listed.GetProperty("lastUsedAt").GetString()));
        Assert.Matches("backup script +read +last used today +ends", table);
        Assert.DoesNotContain(token, table, StringComparison.Ordinal);
        (await site.Stranger().Ask("/api/search?q=grace", ("Authorization", "Bearer " + token))).Is(HttpStatusCode.Unauthorized);
        Assert.StartsWith("There are no tokens.", (await house.Type("token", "list")).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_only_whose_tokens_are_asked_for()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.BobsAccount();

        (await house.Type("token", "add", "Bob's script", "--user", "bob@example.org", "--scope", "write")).Fine();

        Assert.Equal(1, (await house.Type("token", "list")).Code);
        Assert.StartsWith("There are no tokens.", (await house.Type("token", "list", "--user", "ada@example.org")).Fine().Out, StringComparison.Ordinal);
        Assert.Contains("read and write", (await house.Type("token", "list", "--user", "bob@example.org")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("000000")]
    public async Task Says_that_there_is_no_such_token(string id)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        Assert.Equal((1, "There is no such token."), (await house.Type("token", "revoke", id)) is var answer ? (answer.Code, answer.Error.Trim()) : default);
    }
}
