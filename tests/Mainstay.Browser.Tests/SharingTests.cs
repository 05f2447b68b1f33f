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
        var page = await browsing.Open(site, scripts: true);
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync("async () => { await navigator.serviceWorker.ready; return navigator.serviceWorker.controller !== null }");

        await page.EvaluateAsync(Share, new Dictionary<string, string> { ["title"] = "Lisbon", ["text"] = "Ask Grace about it" });

        await Assertions.Expect(page.GetByLabel("What about")).ToHaveValueAsync("Lisbon\nAsk Grace about it");
    }

    /// <summary>As the system does it: a form is posted to the application's address, from no page of ours.</summary>
    private const string Share = """
        what => {
            const form = Object.assign(document.createElement('form'), { method: 'post', action: '/share', enctype: 'multipart/form-data' });
            form.dataset.turbo = 'false';
            for (const [name, value] of Object.entries(what)) form.append(Object.assign(document.createElement('input'), { name, value }));
            document.body.append(form);
            form.submit();
        }
        """;
}
