using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Circles;

/// <summary>A circle that Ada founded, for tests: others come in by name.</summary>
internal sealed class Ring
{
    private readonly TestHouse house;

    private Ring(TestHouse house, Account ada, Guid circle) => (this.house, Ada, Id) = (house, ada, circle);

    public Account Ada { get; }

    public Guid Id { get; }

    public string Href => CirclePlace.Of(Id);

    /// <summary>A store that looks at the circle, with nothing in memory.</summary>
    public Store Store => house.Scope(Id);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Ring> Of(TestHouse house, string name = "First founders")
    {
        var ada = await house.AdasAccount();
        var circle = await house.Scope(house.Ada.SpaceId).FoundCircle(ada.Id, new() { Name = name, Purpose = "We carry each other.", Charter = "What is said stays." }, house.Clock, Stop);
        return new(house, ada, circle.Id);
    }

    /// <summary>Somebody with an account and a network of their own, who came into the circle.</summary>
    public async Task<Account> Join(string name, string mail, SpaceRole role = SpaceRole.Member, MemberProfile? profile = null)
    {
        var account = await house.Account(name, mail);
        var store = Store;
        store.Add(new Access { AccountId = account.Id, SpaceId = Id, Role = role, Since = house.Clock.GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(Stop);
        await store.AgreeToCharter(account.Id, profile ?? new() { Name = name, TimeZone = "Europe/Berlin" }, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromMilliseconds(1));
        return account;
    }

    public async Task<CircleSeat> Seat(Account who) => await Store.SeatOf(who.Id, Stop, SpaceRole.Guest);
}

internal static class Accounts
{
    /// <summary>Anybody's account, with a network of its own; Ada's comes first.</summary>
    public static async Task<Account> Account(this TestHouse house, string name, string mail)
    {
        await house.BobsAccount(); // so that a command at the terminal means Ada's network
        await using var scope = house.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Store>();
        return await store.AddAccount(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), new() { Name = name, Mail = mail, TimeZone = "Europe/Berlin", Locale = "en" }, house.Clock, Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
