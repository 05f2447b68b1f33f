using System.Net;
using Mainstay.Accounts;
using Mainstay.Deliveries;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Tests.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Entrance;

public class ErasureTests
{
    private const string Page = "/settings/data/erase", Right = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Leaves_nothing_of_the_account_and_its_network_in_any_table(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await FullHouse.Fill(house);
        var (ada, bob) = (await house.AdasAccount(), await house.BobsAccount());
        await KeepAll(house, ada);
        await KeepAll(house, bob);
        var bobs = await house.Again().Accesses.Where(a => a.AccountId == bob.Id).Select(a => a.SpaceId).SingleAsync(Stop);
        await house.Scope(bobs).AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        var before = await Rows(house, bobs);
        Assert.True((await Rows(house, house.Ada.SpaceId)).Count(t => t.Value > 0) > 60);

        await house.Again().EraseAccount(ada.Id, house.Services.GetRequiredService<Leaving>(), Stop);

        Assert.All(await Rows(house, house.Ada.SpaceId), t => Assert.Equal((t.Key, 0), (t.Key, t.Value)));
        Assert.All(await RowsOfAccount(house, ada.Id), t => Assert.Equal((t.Key, 0), (t.Key, t.Value)));
        Assert.Equal(before, await Rows(house, bobs));
        Assert.All((await RowsOfAccount(house, bob.Id)).Where(t => t.Key is not "OneTimeKey"), t => Assert.NotEqual((t.Key, 0), (t.Key, t.Value)));
        Assert.Equal((bobs, "bob@example.org"), ((await house.Again().Spaces.SingleAsync(Stop)).Id, (await house.Again().Accounts.SingleAsync(Stop)).Mail));
        await Assert.ThrowsAsync<Mainstay.Words.NotFound>(() => house.Again().EraseAccount(ada.Id, new([], [], house.Clock), Stop));
    }

    [Theory, OnBoth]
    public async Task What_waits_to_be_imported_goes_too_but_not_while_it_comes_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ada = await house.AdasAccount();
        var source = house.Services.GetRequiredService<DeliverySource>();
        using (var held = source.Hold(house.Ada.SpaceId, Guid.CreateVersion7())!)
        {
            await using (var file = held.Create(0)) await file.WriteAsync("BEGIN:VCARD"u8.ToArray(), Stop);

            var refused = await house.Type("user", "remove", "--with-network", "--yes");

            Assert.Equal((1, "An import is still under way. Wait until it is in, and try again."), (refused.Code, refused.Error.Trim()));
            Assert.NotNull(await house.Again().AccountOf(ada.Id, Stop));
        }

        (await house.Type("user", "remove", "--with-network", "--yes")).Fine();

        Assert.Empty(source.All());
        Assert.Empty(await house.Again().Accounts.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_knows_the_password_erases_their_own_account_and_is_nobody_at_the_next_request(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await OpenWithPassword(house);
        await using var phone = await site.As(await house.AdasAccount());
        await using var bob = await site.As(await house.BobsAccount());
        var shown = await site.Page(Page);

        var guessed = await Said(await site.Post(Page, Page, ("current", "guessed horse battery")));
        using var done = await site.Post(Page, Page, ("current", Right));
        using var twice = await site.Send(Page, TestSite.Form(shown, Page));
        using var elsewhere = await phone.Browser.GetAsync("/people", Stop);

        Assert.Contains("“My network” with everything in it", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody else has an account here.", shown, StringComparison.Ordinal);
        Assert.Contains("That is not your password.", guessed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Contains("Your account is erased", await done.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("\"cache\", \"storage\"", done.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (twice.StatusCode, elsewhere.StatusCode));
        using var entered = await site.Stranger().Post("/sign-in", "/sign-in", ("mail", "ada@example.org"), ("password", Right));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, entered.StatusCode);
        await bob.Page("/people");
        Assert.Empty(await house.Scope(house.Ada.SpaceId).People.ToListAsync(Stop));
    }

    [Fact]
    public async Task Whoever_has_no_password_types_their_address()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var other = await Said(await site.Post(Page, Page, ("mail", "bob@example.org")));
        var none = await Said(await site.Post(Page, Page));
        using var done = await site.Post(Page, Page, ("mail", " ADA@example.org "));

        Assert.Contains("Type the address of your account", other, StringComparison.Ordinal);
        Assert.Contains("Type the address of your account", none, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact]
    public async Task Guessing_the_password_is_slowed_down_here_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await OpenWithPassword(house);
        for (var i = 0; i < 5; i++) (await site.Post(Page, Page, ("current", "guessed horse battery"))).Dispose();

        Assert.Contains("There were too many tries.", await Said(await site.Post(Page, Page, ("current", Right))), StringComparison.Ordinal);
        Assert.Single(await house.Again().Accounts.ToListAsync(Stop));
    }

    [Fact]
    public async Task Bob_erases_only_himself()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await OpenWithPassword(house);
        await using var bob = await site.As(await house.BobsAccount());

        Assert.DoesNotContain("ada@example.org", await bob.Page(Page), StringComparison.Ordinal);
        (await bob.Post(Page, Page, ("mail", "ada@example.org"))).Dispose();
        using var done = await bob.Post(Page, Page, ("mail", "bob@example.org"), ("current", Right));

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Contains("Grace Hopper", await site.Page("/people"), StringComparison.Ordinal);
        Assert.Equal("ada@example.org", (await house.Again().Accounts.SingleAsync(Stop)).Mail);
    }

    [Theory, OnBoth]
    public async Task The_last_one_leaves_the_server_as_new(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        Assert.Contains("Nobody else has an account here.", await site.Page(Page), StringComparison.Ordinal);

        (await site.Post(Page, Page, ("mail", "ada@example.org"))).Dispose();

        Assert.Contains("mainstay open", await site.Page("/sign-in"), StringComparison.Ordinal);
        var key = await house.Again().MakeSetUpKey(house.Clock, Stop);
        using var begun = await site.Post($"/setup?key={key}", "/setup", ("name", "Grace"), ("mail", "grace@example.org"), ("password", "staple battery horse"), ("timeZone", "Europe/Lisbon"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        Assert.DoesNotContain("Grace Hopper", await site.Page("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_network_that_is_not_theirs_alone_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ada, bob) = (await house.AdasAccount(), await house.BobsAccount());
        var now = house.Clock.GetUtcNow().UtcDateTime;
        house.Store.Add(new Access { AccountId = bob.Id, SpaceId = house.Ada.SpaceId, Role = SpaceRole.Owner, Since = now });
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Contains("“My network” is not yours alone", await site.Page(Page), StringComparison.Ordinal);
        (await site.Post(Page, Page, ("mail", "ada@example.org"))).Dispose();

        Assert.Equal("Grace Hopper", (await house.Again().People.SingleAsync(Stop)).Name);
        Assert.Equal(bob.Id, (await house.Again().Accesses.SingleAsync(a => a.SpaceId == house.Ada.SpaceId, Stop)).AccountId);
    }

    [Theory, OnBoth]
    public async Task Whoever_runs_the_server_erases_an_account_with_its_network_after_being_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.BobsAccount();

        Assert.Equal(1, (await house.Press("n", "user", "remove", "ada@example.org", "--with-network")).Code);
        Assert.Equal("Grace Hopper", (await house.Again().People.SingleAsync(Stop)).Name);
        var gone = (await house.Press("y", "user", "remove", "ada@example.org", "--with-network")).Fine();

        Assert.StartsWith("Ada Lovelace has no account any more, and their network is gone with everything in it.", gone.Out, StringComparison.Ordinal);
        Assert.Empty(await house.Again().People.ToListAsync(Stop));
        Assert.Equal("Bob", (await house.Again().Accounts.SingleAsync(Stop)).Name);
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_the_file()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddPerson(new() { Name = "Grace Brewster Hopper" }, house.Clock, Stop);
        var ada = await house.AdasAccount();

        await house.Again().EraseAccount(ada.Id, new([], [], house.Clock), Stop);

        foreach (var file in Directory.EnumerateFiles(house.Settings.Data, "mainstay.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var read = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("Brewster", await read.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }
    }

    /// <summary>Something in every table of an account.</summary>
    private static async Task KeepAll(TestHouse house, Account account)
    {
        var (store, now) = (house.Again(), house.Clock.GetUtcNow().UtcDateTime);
        await house.SignIn(account);
        await store.AddToken(account.Id, new("backup script", Scope.Read, null), house.Clock, Stop);
        await store.AddPasskey(account.Id, new UserPasskeyInfo(account.Id.ToByteArray(), [1], house.Clock.GetUtcNow(), 0, [], true, true, true, [], []), "my phone", house.Clock, Stop);
        await store.MakeRecoveryCodes(account.Id, Stop);
        await store.MakeSignInLink(account.Id, house.Clock, Stop);
        store.Add(new SecondFactor { AccountId = account.Id, Sealed = "x", Since = now });
        store.Add(new ProviderConnection { AccountId = account.Id, Issuer = "https://id.example.org", Subject = account.Mail, Name = account.Name, CreatedAt = now });
        await store.SaveChangesAsync(Stop);
    }

    private static Task<Dictionary<string, int>> Rows(TestHouse house, Guid space) => Count(house, nameof(IOwned.SpaceId), space);

    private static Task<Dictionary<string, int>> RowsOfAccount(TestHouse house, Guid account) => Count(house, "AccountId", account);

    /// <summary>How many rows of each table that has this column hold this id.</summary>
    private static async Task<Dictionary<string, int>> Count(TestHouse house, string column, Guid id)
    {
        var store = house.Again();
        var tables = store.Model.GetEntityTypes().Where(t => t.FindProperty(column) is not null).Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>();
        foreach (var table in tables)
        {
            var question = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}";
            counts[table] = await store.Database.SqlQueryRaw<int>(question, id).SingleAsync(Stop);
        }
        return counts;
    }

    private static async Task<TestSite> OpenWithPassword(TestHouse house)
    {
        await house.AdasAccount();
        (await house.Pipe(Right + "\n", "user", "password", "ada@example.org")).Fine();
        return await TestSite.Open(house);
    }

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        }
    }
}
