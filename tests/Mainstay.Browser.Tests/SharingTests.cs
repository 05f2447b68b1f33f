using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>What another application hands to the installed one leads to where it belongs.</summary>
public sealed class SharingTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task A_text_becomes_the_note_of_a_touch()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await Installed(site);

        await Share(page, new { title = "Lisbon", text = "Ask Grace about it" });
        await page.WaitForURLAsync("**/touches/new?note=*");

        await Assertions.Expect(page.GetByLabel("What about")).ToHaveValueAsync("Lisbon\nAsk Grace about it");
    }

    private async Task<IPage> Installed(Microsoft.AspNetCore.Builder.WebApplication site)
    {
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");
        return page;
    }

    /// <summary>As the system does it: a form is posted to the application's address, and the answer is shown.</summary>
    private static Task<System.Text.Json.JsonElement?> Share(IPage page, object what) => page.EvaluateAsync("""
        async ({ title, text }) => {
            const form = new FormData();
            form.append('title', title);
            form.append('text', text);
            const answer = await fetch('/share', { method: 'POST', body: form });
            setTimeout(() => location.href = answer.url);
        }
        """, what);
}
