using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Mainstay.Web;

/// <summary>Markdown that somebody wrote, as HTML that can do no harm: no HTML of its own, and links only to the web and to mail.</summary>
public static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseEmphasisExtras().UsePipeTables().UseTaskLists().Build();

    private static readonly string[] Allowed = ["http://", "https://", "mailto:", "tel:"];

    public static MarkupString Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            // A picture elsewhere would tell its server who was looked at.
            link.IsImage = false;
            if (!IsAllowed(link.Url)) link.Url = "";
            LeadOut(link, link.Url);
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail).ToList())
        {
            if (!IsAllowed(link.Url)) link.Url = "";
            LeadOut(link, link.Url);
        }
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>Where a link into the web leads is told nothing of the page it stood on.</summary>
    private static void LeadOut(MarkdownObject link, string? url)
    {
        if (url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) is true) link.GetAttributes().AddProperty("rel", "noreferrer noopener nofollow");
    }

    private static bool IsAllowed(string? url) => url is not null && Allowed.Any(a => url.StartsWith(a, StringComparison.OrdinalIgnoreCase));
}
