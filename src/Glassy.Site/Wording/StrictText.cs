namespace Glassy.Wording;

/// <summary>Text in markup and in attributes of it.</summary>
internal static class StrictText
{
    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"'") < 0
        ? text
        : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");
}
