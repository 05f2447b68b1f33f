using System.Text.RegularExpressions;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Without a network the last Today can be read, and nothing that was typed is lost.</summary>
public sealed class OfflineTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_Today_is_readable_and_other_pages_say_that_they_are_not_there()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await Due(house, "Grace Hopper");
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true, worker: true);
        await page.GotoAsync("/");
        await Ready(page);
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("async () => (await (await caches.open('personal')).match('/')) !== undefined");

        await site.StopAsync(Stop);
        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByText("You are offline. This is Today as you last saw it.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper" })).ToBeVisibleAsync();
        await page.GotoAsync("/people");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        Assert.Empty(await Browsing.Barriers(page));
    }

    [Fact]
    public async Task A_form_that_cannot_be_sent_stays_as_it_is_and_says_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true, worker: true);
        await page.GotoAsync("/people/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Grace Hopper");

        await site.StopAsync(Stop);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();

        await Assertions.Expect(page.GetByText("nothing was sent")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Grace Hopper");
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_of_anybody_in_the_browser()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, scripts: true, worker: true);
        await page.GotoAsync("/");
        await Ready(page);
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("async () => (await (await caches.open('personal')).match('/')) !== undefined");
        await page.EvaluateAsync("async () => (await caches.open('shared')).put('/share', new Response('BEGIN:VCARD'))");

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in"));

        await page.WaitForFunctionAsync("async () => { const kept = await caches.keys(); return !kept.includes('personal') && !kept.includes('shared') }");
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await caches.keys()).filter(name => !name.startsWith('files-')).length"));
    }

    private static Task<IJSHandle> Ready(IPage page) => page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");

    private static async Task Due(TestHouse house, string name)
    {
        var person = await house.Store.AddPerson(new() { Name = name }, house.Clock, Stop);
        await house.Store.SetLayer(person.Id, Layer.Close, Stop);
        await house.Store.Record(new() { People = [person.Id], On = house.Today.AddDays(-63), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
    }
}
