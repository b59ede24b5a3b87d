/** Slack's look, roughly: sizes, colours and widths of its desktop client. */
export const readersLook = `
body { font: 15px/1.46 "Liberation Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif; color: #1d1c1d; margin: 16px; width: 640px; background: #fff }
h6 { font-size: 11px; color: #999; margin: 18px 0 6px; text-transform: uppercase }
h2 { font-size: 18px; margin: 12px 0 4px }
.message { display: flex; gap: 8px }
.face { width: 36px; height: 36px; border-radius: 6px; background: #4a154b; flex: none }
.body { flex: 1; max-width: 600px }
.app { font: 10px sans-serif; background: #e8e8e8; padding: 1px 3px; border-radius: 2px; color: #555 }
.home { border: 1px solid #ddd; padding: 16px; border-radius: 8px }
.modal { border: 1px solid #ccc; border-radius: 8px; padding: 0 24px 16px; width: 470px; box-shadow: 0 4px 16px #0003 }
.modal h1 { font-size: 20px; margin: 14px 0 }
.modal footer { text-align: right; margin-top: 16px }
section { display: flex; gap: 12px; margin: 8px 0; overflow-wrap: anywhere }
section .text { flex: 1 }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 16px }
.context { font-size: 12px; color: #616061; margin: 6px 0; display: flex; flex-wrap: wrap; gap: 2px 10px; overflow-wrap: anywhere }
.actions { display: flex; gap: 8px; flex-wrap: wrap; margin: 8px 0 }
button { font: bold 13px "Liberation Sans", "DejaVu Sans", "Noto Color Emoji"; padding: 5px 11px; border: 1px solid #bbb; border-radius: 4px; background: #fff; color: #1d1c1d }
button.primary { background: #007a5a; color: #fff; border-color: #007a5a }
button.danger { color: #e01e5a; border-color: #e01e5a }
blockquote { border-left: 4px solid #ddd; margin: 4px 0; padding: 0 0 0 10px }
code { color: #e01e5a; background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 0 3px; font: 12px "DejaVu Sans Mono" }
pre { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; font: 12px/1.5 "DejaVu Sans Mono", monospace; margin: 4px 0; white-space: pre-wrap }
label { display: block; margin: 12px 0 }
.input { border: 1px solid #888; border-radius: 4px; padding: 7px 10px; margin: 4px 0; min-height: 20px }
.input.long { min-height: 70px }
.input em { background: #e8f5fa; border-radius: 3px; padding: 1px 6px; margin-right: 4px; font-style: normal }
.input s { float: right; text-decoration: none }
small { color: #777; font-size: 12px }
hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0 }
`;
