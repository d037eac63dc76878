using Glassy.Theme;

namespace Glassy.Tests.Theme;

public sealed class CssMinifierTests
{
    [Theory]
    [InlineData("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}")]
    [InlineData("/* x */ a { b: c } /* { \" */ d { e: f }", "a{b:c}d{e:f}")]
    [InlineData("a/* x */b { c: d }", "a b{c:d}")]
    [InlineData("a, b > c ~ d + e { f: g !important; }", "a,b>c~d + e{f:g!important}")]
    [InlineData("a :hover, a:hover { b: c }", "a :hover,a:hover{b:c}")]
    [InlineData("li:not( .a , .b ) .c:has( > d ) { e: f }", "li:not(.a,.b) .c:has(>d){e:f}")]
    [InlineData("a { width: calc( (1px + 2%) * 3 ); }", "a{width:calc((1px + 2%) * 3)}")]
    [InlineData(
        "a { color: color-mix( in oklch, red 45%, oklch(50% .1 20 / .3) ) }", "a{color:color-mix(in oklch,red 45%,oklch(50% .1 20 / .3))}")]
    [InlineData(
        "@layer a, b;\n@layer a { @media (min-width: 60rem) and (hover: none) { c { d: e; } } }",
        "@layer a,b;@layer a{@media (min-width:60rem) and (hover:none){c{d:e}}}")]
    [InlineData("@container card (width > 40rem) { a { & b { c: d } } }", "@container card (width>40rem){a{& b{c:d}}}")]
    [InlineData("@supports not (width: round(down, 9px, 2px)) { a { b: c } }", "@supports not (width:round(down,9px,2px)){a{b:c}}")]
    [InlineData("a { --x: ; --y: { b } }", "a{--x:;--y:{b}}")]
    public void Comments_and_spare_spaces_go_and_spaces_that_mean_something_stay(string css, string minified) =>
        Assert.Equal(minified, CssMinifier.Minify(css));

    [Theory]
    [InlineData("a{content:\"a  b ; } /* c */ \\\"  d\"}")]
    [InlineData("a{content:'a  \"  b'}")]
    [InlineData("a{mask:url(data:image/svg+xml;x  y{z})}")]
    [InlineData("a{mask:url(\"data:x)  y\")}")]
    [InlineData("a{mask:url('data:x)  y')}")]
    [InlineData(".a\\  b{c:d}")]
    [InlineData("a{content:\"open  ")]
    [InlineData("a{content:\"open\\")]
    [InlineData("a{b:url(open  ")]
    [InlineData("a\\")]
    public void Texts_addresses_and_escapes_stay_as_they_are(string css) => Assert.Equal(css, CssMinifier.Minify(css));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    [InlineData("}", "}")]
    [InlineData("a{b:c}/* open", "a{b:c}")]
    public void What_is_not_whole_does_no_harm(string css, string minified) => Assert.Equal(minified, CssMinifier.Minify(css));
}
