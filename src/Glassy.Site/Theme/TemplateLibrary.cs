using System.Globalization;
using Glassy.Metrics;
using Glassy.Sources;
using Glassy.Wording;
using Scriban;
using Scriban.Runtime;

namespace Glassy.Theme;

/// <summary>
/// What templates and prose tokens can call: <see cref="TemplateFunctions"/>, and Scriban's pure string, array, math and html functions.
/// </summary>
internal static class TemplateLibrary
{
    private static readonly string[] FromScriban = ["string", "array", "math", "html"];

    /// <summary>The functions as a read-only object that all contexts share.</summary>
    /// <param name="words">What <c>word "key" { name: value }</c> says, and how figures and dates are written.</param>
    public static ScriptObject Create(Words words)
    {
        var scriban = TemplateContext.GetDefaultBuiltinObject();
        var library = new ScriptObject();
        foreach (var name in FromScriban)
        {
            library.SetValue(name, scriban[name], readOnly: true);
        }

        library.SetValue("percent", new TemplateFunction((value, argument) =>
            words.Figure(TemplateFunctions.Percent(ToDouble(value), argument is null ? 2 : ToDecimals(argument)))), readOnly: true);
        library.SetValue("interval", new TemplateFunction((value, argument) =>
            words.Figure(TemplateFunctions.PercentRange(
                ToInterval(value).Low, ToInterval(value).High, argument is null ? 2 : ToDecimals(argument)))), readOnly: true);
        library.SetValue("number", new TemplateFunction((value, argument) =>
            words.Figure(TemplateFunctions.Number(ToDouble(value), argument is null ? null : ToDecimals(argument)))), readOnly: true);
        library.SetValue("seconds", new TemplateFunction((value, argument) =>
            words.Figure(TemplateFunctions.Seconds(ToDouble(value)))), readOnly: true);
        library.SetValue("bytes", new TemplateFunction((value, argument) =>
            words.Figure(TemplateFunctions.Bytes(ToDouble(value)))), readOnly: true);
        library.SetValue("date", new TemplateFunction((value, argument) =>
            words.Date(ToDate(value), argument is null ? TemplateFunctions.DateFormat : ToFormat(argument))), readOnly: true);
        library.SetValue(
            "to", new TemplateFunction((value, argument) => RangeOf(words, ToDouble(value), ToDouble(argument))), readOnly: true);
        library.SetValue("or", new TemplateFunction((value, argument) =>
            value ?? argument ?? throw Unexpected("what is said where there is no value", null)), readOnly: true);
        library.SetValue("word", new TemplateFunction((value, argument) => WordOf(words, value, argument)), readOnly: true);
        return library;
    }

    /// <summary>Text; markup where one of its values is: what a template has captured is.</summary>
    private static object WordOf(Words words, object? key, object? values)
    {
        var byName = values switch
        {
            null => [],
            ScriptObject given => given.ToDictionary(
                value => value.Key,
                value => value.Value is IScriptOutput captured ? new RawHtml(captured.ToString()!) : value.Value,
                StringComparer.Ordinal),
            _ => throw Unexpected("values by their names, such as { count: 3 }", values),
        };
        return byName.Values.Any(value => value is RawHtml) ? words.HtmlOf(ToText(key), byName) : words.TextOf(ToText(key), byName);
    }

    /// <summary>Two shares with as many decimals as tell them apart.</summary>
    private static string RangeOf(Words words, double low, double high)
    {
        var decimals = TemplateFunctions.DecimalsBetween(low, high);
        return words.Of(
            "figure.range",
            ("low", words.Figure(TemplateFunctions.Percent(low, decimals))),
            ("high", words.Figure(TemplateFunctions.Percent(high, decimals))));
    }

    private static string ToText(object? value) => value as string ?? throw Unexpected("a text", value);

    private static double ToDouble(object? value) => value switch
    {
        double or float or decimal or int or long or short or byte or uint or ulong =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw Unexpected("a number", value),
    };

    private static Interval ToInterval(object? value) => value switch
    {
        Proportion share => share.Interval,
        Interval interval => interval,
        _ => throw Unexpected("a share that was counted", value),
    };

    private static int ToDecimals(object value) =>
        value is int and >= 0 and <= 15 ? (int)value : throw Unexpected("a count of decimals, 0 to 15", value);

    private static string ToFormat(object value) =>
        value as string ?? throw Unexpected("a date format such as \"yyyy-MM-dd\"", value);

    private static DateTimeOffset ToDate(object? value) => value switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)),
        _ => throw Unexpected("a date", value),
    };

    private static ArgumentException Unexpected(string expected, object? value) =>
        new($"expected {expected}, found {(value is null ? "nothing (null)" : $"'{value}' ({value.GetType().Name})")}");
}
